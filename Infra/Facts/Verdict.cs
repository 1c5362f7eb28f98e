namespace Infra.Facts;

/// <summary>
/// What facts say against a value. Some can only be wrong; others may be newer than the facts, and so are the operator's to judge.
/// </summary>
internal sealed record Verdict(string Message, bool IsCertain)
{
    public static Verdict Wrong(string message) => new(message, IsCertain: true);

    public static Verdict Unknown(string message) => new(message, IsCertain: false);
}
