using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A member of an arguments class that is sent to the provider.</summary>
internal sealed class InputMember(InputAttribute attribute, MemberInfo member)
{
    private readonly FieldInfo? _field = member as FieldInfo ?? BackingFields.Of((PropertyInfo)member);

    public string Name => attribute.Name;

    public bool IsJson => attribute.Json;

    public object? GetValue(InputArgs args)
    {
        var value = _field is null ? ((PropertyInfo)member).GetValue(args) : _field.GetValue(args);
        if (value is null && attribute.IsRequired)
        {
            throw new ArgumentNullException(
                member.Name, $"[Input] {args.GetType().FullName}.{member.Name} is required but was not given a value");
        }

        return value;
    }
}

internal static class InputMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, InputMember[]> _members = new();

    public static InputMember[] Of(InputArgs args) => _members.GetOrAdd(args.GetType(), Find);

    private static InputMember[] Find(Type type)
    {
        var members = new List<InputMember>();
        foreach (var field in type.GetFields(Instance))
        {
            if (!BackingFields.IsOne(field) && field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                members.Add(new InputMember(attribute, field));
            }
        }

        foreach (var property in type.GetProperties(Instance))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                members.Add(new InputMember(attribute, property));
            }
        }

        return [.. members];
    }
}
