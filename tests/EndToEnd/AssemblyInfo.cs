using Ganchao.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

// Their times are judged, so nothing else may run beside them.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Browsing))]
