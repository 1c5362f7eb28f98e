using System.Collections.Immutable;

namespace Infra.Sandbox.Terraform.Document;

/// <summary>A value in Terraform's JSON syntax.</summary>
internal abstract record TerraformValue
{
    private TerraformValue()
    {
    }

    public PropertyOrigin? Origin { get; init; }

    public static implicit operator TerraformValue(string template) => new Template(template);

    public static implicit operator TerraformValue(bool value) => new Flag(value);

    public static implicit operator TerraformValue(double value) => new Number(value);

    public sealed record Null : TerraformValue;

    public sealed record Flag(bool Value) : TerraformValue;

    public sealed record Number(double Value) : TerraformValue;

    /// <summary>A text in the template language, with its literal parts escaped.</summary>
    public sealed record Template(string Text) : TerraformValue;

    public sealed record List(ImmutableArray<TerraformValue> Items) : TerraformValue
    {
        public static List Of(IEnumerable<TerraformValue> items) => new([.. items]);

        public static List OfTexts(IEnumerable<string> texts) => new([.. texts.Select(text => (TerraformValue)text)]);
    }

    /// <summary>An object, a map or a block with ordered entries.</summary>
    public sealed record Map(ImmutableArray<KeyValuePair<string, TerraformValue>> Entries) : TerraformValue
    {
        public static readonly Map Empty = new([]);

        public static Map Of(IEnumerable<KeyValuePair<string, TerraformValue>> entries) => new([.. entries]);

        public static Map Of<T>(IEnumerable<T> items, Func<T, string> key, Func<T, TerraformValue> value) =>
            new([.. items.Select(item => KeyValuePair.Create(key(item), value(item)))]);

        /// <summary>The entries sorted by key.</summary>
        public static Map Sorted(IEnumerable<KeyValuePair<string, TerraformValue>> entries) =>
            Of(entries.OrderBy(entry => entry.Key, StringComparer.Ordinal));

        public Map With(string key, TerraformValue value) => Of(Entries.Append(KeyValuePair.Create(key, value)));
    }
}
