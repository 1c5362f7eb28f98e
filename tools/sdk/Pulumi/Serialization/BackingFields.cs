using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// The fields behind automatic properties. Fields are read and written without running, and so without compiling, an accessor
/// for each of the hundreds of properties that a program's resources have.
/// </summary>
internal static class BackingFields
{
    private const string Suffix = ">k__BackingField";
    private static readonly ConcurrentDictionary<Type, Dictionary<string, FieldInfo>> _fields = new();

    public static bool IsOne(FieldInfo field) => field.Name[0] == '<';

    public static FieldInfo? Of(PropertyInfo property) =>
        _fields.GetOrAdd(property.DeclaringType!, Find).GetValueOrDefault(property.Name);

    private static Dictionary<string, FieldInfo> Find(Type type)
    {
        var fields = new Dictionary<string, FieldInfo>();
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (IsOne(field) && field.Name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                fields.Add(field.Name[1..^Suffix.Length], field);
            }
        }

        return fields;
    }
}
