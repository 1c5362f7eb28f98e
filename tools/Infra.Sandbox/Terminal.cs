namespace Infra.Sandbox;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Out">For results.</param>
/// <param name="Error">For problems.</param>
/// <param name="Directory">What paths are relative to.</param>
/// <param name="HasColors">Whether <paramref name="Out"/> shows colours.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, string Directory, bool HasColors)
{
    /// <summary>The terminal of this process. https://no-color.org</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        Environment.CurrentDirectory,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    public string Green(string text) => HasColors ? $"\e[32m{text}\e[0m" : text;

    public string Yellow(string text) => HasColors ? $"\e[33m{text}\e[0m" : text;

    public string Bold(string text) => HasColors ? $"\e[1m{text}\e[0m" : text;
}
