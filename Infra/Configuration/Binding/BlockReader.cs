using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>Reads a block key by key, then reports its unknown and missing keys.</summary>
internal sealed class BlockReader(ValueReader values, ConfigType type, Func<string, string> keyOf)
{
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _unknown = [];

    public object Result { get; } = type.NewBlock();

    private ConfigProblems Problems => values.Problems;

    public void Read(string name, Func<ConfigType, JsonElement> value)
    {
        if (!_seen.Add(name))
        {
            Problems.Add(keyOf(name), "is set twice; keep one");
        }
        else if (Find(name) is { } member)
        {
            Read(member, value(member.Type));
        }
        else
        {
            _unknown.Add(name);
        }
    }

    /// <summary>Reports a key with an encrypted value, which cannot be decrypted here.</summary>
    public void RejectEncrypted(string name)
    {
        if (Find(name) is { } member)
        {
            _seen.Add(name);
            member.Clear(Result);
            Problems.Add(keyOf(name), ProblemText.Encrypted(member));
        }
        else
        {
            _unknown.Add(name);
        }
    }

    /// <summary>Reports a key in a misspelt namespace. The intended key counts as present, without a usable value.</summary>
    public void RejectNamespace(string fullKey, string name)
    {
        var meant = Find(name) is null ? Suggestion.For(name, type.Members.Select(member => member.Name)) ?? name : name;
        Problems.Add(fullKey, $"is not in a known namespace; did you mean {keyOf(meant)}?");
        Problems.MarkUnreliable(keyOf(meant));
        if (_seen.Add(meant))
        {
            Find(meant)?.Clear(Result);
        }
    }

    public void Finish(IReadOnlyList<string> otherKeys)
    {
        foreach (var name in _unknown)
        {
            if (!otherKeys.Contains(name))
            {
                ReportUnknown(name);
            }
        }

        foreach (var member in type.Members)
        {
            if (!_seen.Contains(member.Name))
            {
                ReportMissing(member);
            }
        }
    }

    private void Read(ConfigMember member, JsonElement element)
    {
        var key = keyOf(member.Name);
        if (element.ValueKind is not JsonValueKind.Null)
        {
            Problems.MarkSet(key);
        }

        if (element.ValueKind is JsonValueKind.Null || (member.Type.Kind is ConfigKind.Text or ConfigKind.Choice && IsBlank(element)))
        {
            Problems.Add(key, ProblemText.NoValue(member));
            member.Clear(Result);
        }
        else if (values.Read(key, element, member.Type, member.Constraints) is { } value)
        {
            member.Set(Result, value);
        }
        else
        {
            member.Clear(Result);
        }
    }

    private void ReportUnknown(string name)
    {
        var unset = type.Members.Where(member => !_seen.Contains(member.Name)).Select(member => member.Name);
        if (Suggestion.For(name, unset) is { } meant)
        {
            Problems.Add(keyOf(name), $"is not a known key{Phrase.DidYouMean(meant)}");
            Problems.MarkUnreliable(keyOf(meant));
            _seen.Add(meant);
            Find(meant)!.Clear(Result);
        }
        else
        {
            Problems.Add(keyOf(name), UnknownKeyText.Of(name, type, values.Root));
        }
    }

    private void ReportMissing(ConfigMember member)
    {
        if (member.IsRequired)
        {
            Problems.Add(keyOf(member.Name), ProblemText.Required(member));
            member.Clear(Result);
        }
    }

    private static bool IsBlank(JsonElement element) =>
        element.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(element.GetString());

    private ConfigMember? Find(string name)
    {
        foreach (var member in type.Members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }
}
