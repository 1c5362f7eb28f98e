using System.Collections;

namespace Infra.Configuration.Binding;

/// <summary>A text in the configuration, its key, and the format that its property declares.</summary>
internal sealed record AnnotatedText<TRule>(KeyPath Key, string Text, TRule Rule)
    where TRule : TextRuleAttribute;

/// <summary>Finds every text of a kind, in all blocks, so that rules cannot miss one.</summary>
internal static class AnnotatedTexts
{
    public static IEnumerable<AnnotatedText<TRule>> Find<TRule>(object block)
        where TRule : TextRuleAttribute => Inside<TRule>(block, ConfigType.Of(block.GetType()), default);

    private static IEnumerable<AnnotatedText<TRule>> Inside<TRule>(object block, ConfigType type, KeyPath key)
        where TRule : TextRuleAttribute =>
        type.Members.SelectMany(member => member.Get(block) is { } value
            ? Of(value, member.Type, key.Member(member), member.Constraints.TextRules.OfType<TRule>().FirstOrDefault())
            : []);

    private static IEnumerable<AnnotatedText<TRule>> Of<TRule>(object value, ConfigType type, KeyPath key, TRule? rule)
        where TRule : TextRuleAttribute => type switch
        {
            { Kind: ConfigKind.Block } => Inside<TRule>(value, type, key),
            { Leaf.Kind: not (ConfigKind.Block or ConfigKind.Text) } => [],
            { Kind: ConfigKind.List } => ((IEnumerable)value).Cast<object>().Index().SelectMany(item => Of(item.Item, type.Item!, key.Item(item.Index), rule)),
            { Kind: ConfigKind.Map } => ((IDictionary)value).Keys.Cast<string>().SelectMany(name =>
                Of(((IDictionary)value)[name]!, type.Item!, key.Named(name), rule)),
            _ => value is string text && rule is not null ? [new(key, text, rule)] : [],
        };
}
