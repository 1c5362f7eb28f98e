namespace Infra.Sandbox;

/// <summary>The output and working directory of a command.</summary>
/// <param name="Out">The standard output.</param>
/// <param name="Error">The standard error.</param>
/// <param name="Directory">The working directory.</param>
/// <param name="HasColors">Whether <paramref name="Out"/> supports colors.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, string Directory, bool HasColors)
{
    /// <summary>The answers of the person at the terminal; null if nobody can be asked.</summary>
    public TextReader? In { get; init; }

    /// <summary>The terminal of this process. https://no-color.org</summary>
    public static Terminal ForProcess() => new(
        Console.Out,
        Console.Error,
        Environment.CurrentDirectory,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
    {
        In = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In,
    };

    public string Green(string text) => HasColors ? $"\e[32m{text}\e[0m" : text;

    public string Yellow(string text) => HasColors ? $"\e[33m{text}\e[0m" : text;

    public string Red(string text) => HasColors ? $"\e[31m{text}\e[0m" : text;

    public string Bold(string text) => HasColors ? $"\e[1m{text}\e[0m" : text;
}
