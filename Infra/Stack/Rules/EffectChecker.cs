using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>
/// Keys that have an effect only together with others. Without those, a key in the stack file is never ignored: it is refused if somebody
/// would rely on it, and gets a warning if it may be meant for a part that this stack does not have, or for a switch that is in the
/// file too, as when two environments share their keys.
/// </summary>
internal sealed class EffectChecker(RuleChecker rules)
{
    /// <summary>Refuses a key without effect.</summary>
    /// <param name="key">The key that may be without effect.</param>
    /// <param name="works">Whether it has an effect in this stack.</param>
    /// <param name="otherwise">The reason, and what to write instead, as a sentence after the key.</param>
    /// <param name="reads">The keys that decide it; with a problem in one of them nothing is reported.</param>
    public void Require(KeyPath key, bool works, string otherwise, params IReadOnlyList<KeyPath> reads) =>
        rules.Check([key, .. reads], () => Problem(key, works, otherwise));

    /// <summary>Warns about a key without effect.</summary>
    public void Expect(KeyPath key, bool works, string otherwise) => rules.Warn([key], () => Problem(key, works, otherwise));

    /// <summary>Warns about a key without effect if the file has the key that switches it, and refuses it otherwise.</summary>
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
}
