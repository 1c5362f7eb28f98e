using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Infra.Configuration.Binding;

/// <summary>
/// The constraints that the attributes of a property declare. On a list or map, lengths count the items, and the other
/// constraints apply to each item.
/// </summary>
internal sealed class Constraints
{
    public static readonly Constraints None = new([]);

    private readonly RangeAttribute? _range;
    private readonly IReadOnlyList<object>? _allowed;
    private readonly IReadOnlyList<TextRuleAttribute> _rules = [];
    private readonly KeysAttribute? _keys;
    private readonly int _minLength;
    private readonly int _maxLength = int.MaxValue;

    public Constraints(object[] attributes)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute)
            {
                case RangeAttribute range: _range = range; break;
                case AllowedValuesAttribute allowed: _allowed = [.. allowed.Values.OfType<object>()]; break;
                case TextRuleAttribute rule: _rules = [.. _rules, rule]; break;
                case KeysAttribute keys: _keys = keys; break;
                case MinLengthAttribute min: _minLength = min.Length; break;
                case LengthAttribute length: (_minLength, _maxLength) = (length.MinimumLength, length.MaximumLength); break;
                case UniqueAttribute: AreItemsUnique = true; break;
            }
        }
    }

    private Constraints(Constraints list) => (_range, _allowed, _rules) = (list._range, list._allowed, list._rules);

    public bool AreItemsUnique { get; }

    /// <summary>The range of numbers.</summary>
    public RangeAttribute? Range => _range;

    /// <summary>The only values, if there are few.</summary>
    public IReadOnlyList<object>? AllowedValues => _allowed;

    /// <summary>The formats of text.</summary>
    public IReadOnlyList<TextRuleAttribute> TextRules => _rules;

    /// <summary>The format of the names of map entries.</summary>
    public KeysAttribute? Names => _keys;

    /// <summary>The limits of the length of text, or of the number of items or entries.</summary>
    public (int Minimum, int Maximum) Length => (_minLength, _maxLength);

    /// <summary>The constraints on each item of a list or map.</summary>
    public Constraints ForItems => new(this);

    /// <summary>The problem of a scalar, worded to follow the value; null if there is none.</summary>
    public string? ProblemOf(object value, bool maySuggest)
    {
        if (_range is not null && value is int or double && !IsInRange(Convert.ToDouble(value, CultureInfo.InvariantCulture)))
        {
            return $"is out of range; use {Phrase.Range(_range!)}";
        }

        if (_allowed is not null && !_allowed.Contains(value))
        {
            return ProblemText.NotOneOf(value, Phrase.Values(_allowed), maySuggest);
        }

        return value is string text ? ProblemOfText(text) : null;
    }

    /// <summary>The problem of the number of items of a list or map; null if there is none.</summary>
    public string? ProblemOfCount(int count, ConfigKind kind)
    {
        var has = count == 0 ? "is empty" : $"has {Phrase.Count(count, Noun(kind))}";
        return IsLengthAllowed(count) ? null : $"{has}; use {Phrase.Length(_minLength, _maxLength, Noun(kind))}";
    }

    /// <summary>The problem of the name of a map entry; null if there is none.</summary>
    public string? ProblemOfName(string name) =>
        _keys is null || _keys.Accepts(name) ? null : $"is not a valid name; use {_keys.Description}";

    /// <summary>A description of the allowed values; null if the type allows any.</summary>
    public string? Allowed(ConfigType type, Func<string, string>? code = null)
    {
        var isCollection = type.Item is not null;
        List<string> parts = [];
        Add(isCollection && HasLength, () => Phrase.Length(_minLength, _maxLength, Noun(type.Kind)));
        Add(AreItemsUnique, () => "no duplicates");
        Add(_keys is not null, () => $"names: {_keys!.Description}");
        var each = parts.Count > 0 ? "each " : "";
        Add(type.Leaf.Kind is ConfigKind.Choice, () => each + Phrase.Or(Coded(type.Leaf.ChoiceNames, code)));
        Add(_range is not null, () => each + Phrase.Range(_range!));
        Add(_allowed is not null, () => each + Phrase.Or(Coded(Phrase.Values(_allowed!), _allowed![0] is string ? code : null)));
        Add(_rules.Count > 0, () => each + Phrase.And([.. _rules.Select(rule => rule.Description)]));
        Add(!isCollection && HasLength, () => Phrase.Length(_minLength, _maxLength, Noun(type.Kind)));
        return parts.Count > 0 ? string.Join("; ", parts) : null;

        void Add(bool applies, Func<string> words)
        {
            if (applies)
            {
                parts.Add(words());
            }
        }
    }

    private bool HasLength => _minLength > 0 || _maxLength < int.MaxValue;

    private bool IsLengthAllowed(int length) => length >= _minLength && length <= _maxLength;

    private bool IsInRange(double value)
    {
        var min = Convert.ToDouble(_range!.Minimum, CultureInfo.InvariantCulture);
        var max = Convert.ToDouble(_range.Maximum, CultureInfo.InvariantCulture);
        return value >= min && value <= max;
    }

    private string? ProblemOfText(string text)
    {
        if (!IsLengthAllowed(text.Length))
        {
            var comparison = text.Length < _minLength ? "short" : "long";
            return $"is too {comparison}; use {Phrase.Length(_minLength, _maxLength, Noun(ConfigKind.Text))}";
        }

        return _rules.Select(rule => rule.ProblemOf(text)).FirstOrDefault(problem => problem is not null);
    }

    private static IReadOnlyList<string> Coded(IReadOnlyList<string> words, Func<string, string>? code) =>
        code is null ? words : [.. words.Select(code)];

    private static string Noun(ConfigKind kind) => kind switch
    {
        ConfigKind.List => "item",
        ConfigKind.Map => "entry",
        _ => "character",
    };
}
