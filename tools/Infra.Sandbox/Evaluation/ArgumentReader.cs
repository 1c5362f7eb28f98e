using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>Reads the arguments that a program has set, under the names that providers use.</summary>
internal static class ArgumentReader
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = [];
    private static readonly ConcurrentDictionary<FieldInfo, string?> Names = [];

    // Fields, because the properties of lists and maps create an empty one when they are read.
    public static IEnumerable<(string Name, object Value)> SetArguments(InputArgs args)
    {
        foreach (var field in Fields.GetOrAdd(args.GetType(), type => type.GetFields(Instance)))
        {
            if (field.GetValue(args) is { } value && Names.GetOrAdd(field, NameOf) is { } name)
            {
                yield return (name, value);
            }
        }
    }

    private static string? NameOf(FieldInfo field)
    {
        MemberInfo? member = field.Name[0] == '<'
            ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>')], Instance)
            : field;
        // The attribute's name is internal, but readable from its metadata.
        var attribute = member?.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(InputAttribute));
        return attribute?.ConstructorArguments[0].Value as string;
    }
}
