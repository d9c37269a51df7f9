using Ganchao.Silo.CommandLine;
using Ganchao.Silo.Demo;
using Ganchao.Silo.Hosting;
using Ganchao.Silo.Identity;

try
{
    if (Verbs.Find(args) is { } verb)
    {
        return await Verbs.RunAsync(verb, args[1..]);
    }

    DeskStart.Prepare(args);

    // Settings lie beside the executable; data lies where it was started.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = DemoHosting.Arguments(args), ContentRootPath = AppContext.BaseDirectory });
    builder.AddAddress(args);
    builder.AddGanchao();

    var app = builder.Build();
    app.MapGanchao();
    app.PrintDemo();
    app.PrintAddress();
    app.PrintSetUp();
    app.Welcome(args);
    await app.RunAsync();
    return 0;
}
catch (Exception failed) when (StartFailure.Explain(failed) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    DeskStart.KeepWindow(args);
    return StartFailure.ExitCode;
}
catch (Exception failed) when (DeskStart.IsDesk(args))
{
    Console.Error.WriteLine(failed);
    DeskStart.KeepWindow(args);
    throw;
}
