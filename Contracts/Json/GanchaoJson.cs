using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ganchao.Contracts.Json;

/// <summary>
/// The one way in which this system writes JSON: camel case, members in the order of their declaration, nothing
/// written for null (nor, in what is marked as brief, for defaults), decimals as text in normal form, instants in whole
/// milliseconds of UTC, enums by name. Used for the API and, byte for byte, for what the ledger hashes.
/// </summary>
public static class GanchaoJson
{
    public static JsonSerializerOptions Options { get; } = Frozen();

    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowOutOfOrderMetadataProperties = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { LetNullableBeAbsent, LeaveOutDefaults, RefuseNullsInLists },
        };
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new DecimalTextConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    // What is never written for null need not be there to be read.
    private static void LetNullableBeAbsent(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.AssociatedParameter is { IsNullable: true } or { IsNullable: false, HasDefaultValue: true })
            {
                member.IsRequired = false;
            }
        }
    }

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (!type.Type.IsDefined(typeof(BriefJsonAttribute), inherit: false))
        {
            return;
        }

        foreach (var member in type.Properties)
        {
            if (member.AssociatedParameter is { HasDefaultValue: true, DefaultValue: var usual })
            {
                member.ShouldSerialize = (_, value) => !Equals(value, usual) && value is not ICollection { Count: 0 };
            }
        }
    }

    // The serializer itself looks at members, not at what lists hold.
    private static void RefuseNullsInLists(JsonTypeInfo type)
    {
        var lists = type.Properties.Where(member => IsListOfObjects(member.PropertyType) && member.Get is not null).ToArray();
        if (type.Kind != JsonTypeInfoKind.Object || lists.Length == 0)
        {
            return;
        }

        type.OnDeserialized = read =>
        {
            foreach (var member in lists)
            {
                var index = ((IEnumerable<object?>?)member.Get!(read))?.ToList().IndexOf(null) ?? -1;
                if (index >= 0)
                {
                    var element = string.Create(CultureInfo.InvariantCulture, $"{member.Name}[{index}]");
                    throw new JsonException($"'{element}' must not be null.", $"$.{element}", null, null);
                }
            }
        };
    }

    private static bool IsListOfObjects(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) &&
        !type.GenericTypeArguments[0].IsValueType;

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
