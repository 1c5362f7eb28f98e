using Pulumi;

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

    /// <summary>Writes a command's result.</summary>
    /// <param name="text">The result.</param>
    /// <param name="path">The file to write to, relative to the working directory; null for the standard output.</param>
    /// <param name="cancellation">Stops writing.</param>
    /// <exception cref="RunException">The file cannot be written.</exception>
    public async Task WriteAsync(string text, string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            await Out.WriteAsync(text);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(Path.GetFullPath(path, Directory), text, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path} cannot be written: {exception.Message}");
        }
    }
}
