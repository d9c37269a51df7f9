using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ganchao.Layering.Tests.Calls;

/// <summary>The caller is the outermost class, so a lambda or an async method counts as its grain.</summary>
internal sealed record GrainCall(string Caller, string CallerNamespace, string Callee)
{
    public override string ToString() => $"{Caller} → {Callee}";
}

/// <summary>
/// Finds who calls which grain by reading the compiled code of an assembly: every instruction that names a
/// grain interface is a call: one on it, a generic argument as of <c>GetGrain</c>, a <c>typeof</c>, a cast.
/// Keeping a reference that somebody else made is not; using it is.
/// </summary>
internal static class GrainCalls
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <param name="assemblyPath">The assembly whose code is read.</param>
    /// <param name="interfaces">Full names of the grain and observer interfaces.</param>
    public static IReadOnlyList<GrainCall> Find(string assemblyPath, IReadOnlySet<string> interfaces) =>
        Repository.Inspect(assemblyPath, (image, metadata) => metadata.TypeDefinitions
            .SelectMany(handle => CallsOf(image, metadata, handle, interfaces))
            .Distinct()
            .OrderBy(call => call.ToString(), StringComparer.Ordinal)
            .ToList());

    private static IEnumerable<GrainCall> CallsOf(
        PEReader image, MetadataReader metadata, TypeDefinitionHandle handle, IReadOnlySet<string> interfaces)
    {
        var type = metadata.GetTypeDefinition(handle);
        var outermost = type;
        while (!outermost.GetDeclaringType().IsNil)
        {
            outermost = metadata.GetTypeDefinition(outermost.GetDeclaringType());
        }

        var space = metadata.GetString(outermost.Namespace);
        if (space.StartsWith("OrleansCodeGen", StringComparison.Ordinal))
        {
            return [];    // Orleans' own proxies and registrations name every interface.
        }

        var caller = metadata.GetString(outermost.Name).Split('`')[0];
        return type.GetMethods()
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0)
            .SelectMany(method => Tokens(image.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
            .SelectMany(token => Mentioned(metadata, token))
            .Where(interfaces.Contains)
            .Select(callee => new GrainCall(caller, space, callee.Split('.', '+')[^1].Split('`')[0]));
    }

    /// <summary>The operands of all instructions that name a type, a method or a field.</summary>
    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var opCode = Codes[first == 0xFE ? unchecked((short)(0xFE00 | code.ReadByte())) : first];
            switch (opCode.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField:
                case OperandType.InlineType or OperandType.InlineTok:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var branches = code.ReadInt32();
                    code.Offset += 4 * branches;
                    break;
                default:
                    code.Offset += OperandSize(opCode.OperandType);
                    break;
            }
        }

        return tokens;
    }

    private static int OperandSize(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static IEnumerable<string> Mentioned(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [TypeNames.Of(metadata, (TypeDefinitionHandle)handle)];
            case HandleKind.TypeReference:
                return [TypeNames.Of(metadata, (TypeReferenceHandle)handle)];
            case HandleKind.TypeSpecification:
                var type = metadata.GetTypeSpecification((TypeSpecificationHandle)handle);
                return type.DecodeSignature(TypeNames.Reader, null);
            case HandleKind.MemberReference:
                return Mentioned(metadata, metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Mentioned(metadata, method.GetDeclaringType());
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return generic.DecodeSignature(TypeNames.Reader, null).SelectMany(names => names)
                    .Concat(Mentioned(metadata, generic.Method));
            default:
                return [];    // A field: its type is what is kept, not what is called.
        }
    }
}
