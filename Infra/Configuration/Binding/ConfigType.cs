using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Configuration.Binding;

internal enum ConfigKind
{
    Text,
    WholeNumber,
    Number,
    Flag,
    Choice,
    List,
    Map,
    Block,
}

/// <summary>A C# type as operators see it. Reflection runs once per type.</summary>
internal sealed class ConfigType
{
    private static readonly ConcurrentDictionary<Type, ConfigType> Known = new();

    private readonly Lazy<IReadOnlyList<ConfigMember>> _members;
    private readonly Lazy<IReadOnlyList<ConfigChoice>> _choices;
    private readonly Type? _dictionary;

    private ConfigType(Type type)
    {
        Clr = type;
        Kind = KindOf(type);
        if (Kind is ConfigKind.List or ConfigKind.Map)
        {
            Item = Of(type.GetGenericArguments()[^1]);
        }

        _dictionary = Kind is ConfigKind.Map ? typeof(Dictionary<,>).MakeGenericType(typeof(string), Item!.Clr) : null;

        // Lazy, so that a block may contain itself.
        _members = new(() => ConfigMember.AllOf(Clr));
        _choices = new(() => ConfigChoice.AllOf(Clr));
    }

    public Type Clr { get; }

    public ConfigKind Kind { get; }

    /// <summary>The type of the items of a list or map.</summary>
    public ConfigType? Item { get; }

    /// <summary>The type of the innermost items of a list or map; otherwise the type itself.</summary>
    public ConfigType Leaf => Item?.Leaf ?? this;

    public IReadOnlyList<ConfigMember> Members => _members.Value;

    public IReadOnlyList<ConfigChoice> Choices => _choices.Value;

    public IReadOnlyList<string> ChoiceNames => [.. Choices.Select(choice => choice.Name)];

    /// <summary>The operator's name for the type.</summary>
    public string Name => Kind switch
    {
        ConfigKind.List => $"list of {Item!.Names}",
        ConfigKind.Map => $"map of {Item!.Names}",
        ConfigKind.WholeNumber => "whole number",
        ConfigKind.Flag => "true/false",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    private string Names => Kind switch
    {
        ConfigKind.Text or ConfigKind.Flag => Name,
        ConfigKind.List => $"lists of {Item!.Names}",
        ConfigKind.Map => $"maps of {Item!.Names}",
        _ => Name + "s",
    };

    public static ConfigType Of(Type type) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, new ConfigType(Nullable.GetUnderlyingType(type) ?? type));

    public string SpellingOf(object choice) => Choices.First(known => known.Value.Equals(choice)).Name;

    public object NewBlock() => Activator.CreateInstance(Clr)!;

    public Array NewList(int length) => Array.CreateInstance(Item!.Clr, length);

    public IDictionary NewMap() => (IDictionary)Activator.CreateInstance(_dictionary!)!;

    /// <summary>A placeholder for a missing or invalid value, so that nothing is null that must not be.</summary>
    public object Empty()
    {
        switch (Kind)
        {
            case ConfigKind.Text:
                return "";
            case ConfigKind.List:
                return NewList(0);
            case ConfigKind.Map:
                return NewMap();
            case ConfigKind.Block:
                var block = NewBlock();
                foreach (var member in Members)
                {
                    member.Clear(block);
                }

                return block;
            default:
                return Activator.CreateInstance(Clr)!;
        }
    }

    private static ConfigKind KindOf(Type type) => type switch
    {
        _ when type == typeof(string) => ConfigKind.Text,
        _ when type == typeof(int) => ConfigKind.WholeNumber,
        _ when type == typeof(double) => ConfigKind.Number,
        _ when type == typeof(bool) => ConfigKind.Flag,
        { IsEnum: true } => ConfigKind.Choice,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => ConfigKind.List,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            && type.GetGenericArguments()[0] == typeof(string) => ConfigKind.Map,
        { IsClass: true, IsAbstract: false } when type.Namespace is not "System" && type.GetConstructor([]) is not null => ConfigKind.Block,
        _ => throw new InvalidOperationException($"{type} cannot hold configuration"),
    };
}

/// <summary>An enum member and the name that operators write.</summary>
internal sealed record ConfigChoice(FieldInfo Field, string Name, object Value)
{
    public static IReadOnlyList<ConfigChoice> AllOf(Type type)
    {
        List<ConfigChoice> choices = [];
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var name = field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);
            choices.Add(new(field, name, field.GetValue(null)!));
        }

        return choices;
    }
}
