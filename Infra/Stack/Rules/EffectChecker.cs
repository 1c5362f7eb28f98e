using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>
/// Keys that do something only beside others. Where those are missing, a key that the stack file has is never ignored: it is refused
/// where somebody would count on it, and gets a warning where it may wait for a part that this stack does not have, or for a switch that
/// stands beside it in the file, as when two environments share their keys.
/// </summary>
internal sealed class EffectChecker(RuleChecker rules)
{
    /// <summary>Refuses a key without effect.</summary>
    /// <param name="key">The key that may be without effect.</param>
    /// <param name="works">Whether it does something in this stack.</param>
    /// <param name="otherwise">Why it does not, and what to write instead; follows the key.</param>
    /// <param name="reads">The keys that decide it: with a problem of theirs it is not known.</param>
    public void Require(string key, bool works, string otherwise, params IReadOnlyList<string> reads) =>
        rules.Check([key, .. reads], () => Problem(key, works, otherwise));

    /// <summary>Warns about a key without effect.</summary>
    public void Expect(string key, bool works, string otherwise) => rules.Warn([key], () => Problem(key, works, otherwise));

    /// <summary>Warns about a key without effect where the file has the key that switches it, and refuses it where it has not.</summary>
    public void RequireSwitch(string key, string switchKey, bool works, string otherwise)
    {
        if (rules.IsSet(switchKey))
        {
            Expect(key, works, otherwise);
        }
        else
        {
            Require(key, works, otherwise, switchKey);
        }
    }

    public void Require(KeyPath key, bool works, string otherwise, params IReadOnlyList<KeyPath> reads) =>
        rules.Check([key, .. reads], () => Problem(key, works, otherwise));

    public void Expect(KeyPath key, bool works, string otherwise) => rules.Warn([key], () => Problem(key, works, otherwise));

    public void RequireSwitch(KeyPath key, KeyPath switchKey, bool works, string otherwise)
    {
        if (rules.IsSet(switchKey))
        {
            Expect(key, works, otherwise);
        }
        else
        {
            Require(key, works, otherwise, switchKey);
        }
    }

    private string? Problem(KeyPath key, bool works, string otherwise) => !works && rules.IsSet(key) ? otherwise : null;

    private string? Problem(string key, bool works, string otherwise) => !works && rules.IsSet(key) ? otherwise : null;
}
