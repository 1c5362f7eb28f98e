using System.Collections;

namespace Infra.Configuration.Binding;

/// <summary>A text of a configuration with its key, and the rule that its property bears.</summary>
internal sealed record RuledText<TRule>(string Key, string Text, TRule Rule)
    where TRule : TextRuleAttribute;

/// <summary>Finds every text that a kind of rule holds for, wherever it stands, so that none can be forgotten.</summary>
internal static class RuledTexts
{
    public static IEnumerable<RuledText<TRule>> In<TRule>(object block)
        where TRule : TextRuleAttribute => Inside<TRule>(block, ConfigType.Of(block.GetType()), name => name);

    private static IEnumerable<RuledText<TRule>> Inside<TRule>(object block, ConfigType type, Func<string, string> keyOf)
        where TRule : TextRuleAttribute =>
        type.Members.SelectMany(member => member.Get(block) is { } value
            ? Of(value, member.Type, keyOf(member.Name), member.Constraints.TextRules.OfType<TRule>().FirstOrDefault())
            : []);

    private static IEnumerable<RuledText<TRule>> Of<TRule>(object value, ConfigType type, string key, TRule? rule)
        where TRule : TextRuleAttribute => type switch
        {
            { Kind: ConfigKind.Block } => Inside<TRule>(value, type, name => ConfigKey.Member(key, name)),
            { Leaf.Kind: not (ConfigKind.Block or ConfigKind.Text) } => [],
            { Kind: ConfigKind.List } => ((IEnumerable)value).Cast<object>().Index().SelectMany(item => Of(item.Item, type.Item!, ConfigKey.Item(key, item.Index), rule)),
            { Kind: ConfigKind.Map } => ((IDictionary)value).Keys.Cast<string>().SelectMany(name =>
                Of(((IDictionary)value)[name]!, type.Item!, ConfigKey.Member(key, name), rule)),
            _ => value is string text && rule is not null ? [new(key, text, rule)] : [],
        };
}
