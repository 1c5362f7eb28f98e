namespace Infra.Sandbox.Benchmarks;

/// <summary>The command line that starts this program again.</summary>
internal static class CurrentProgram
{
    public static string[] Command() => CommandOf(Environment.ProcessPath!, typeof(CurrentProgram).Assembly.Location, "Infra.Sandbox");

    /// <param name="process">The executable: this program, or <c>dotnet</c> with it as an argument.</param>
    /// <param name="assembly">The path of the assembly; empty in a single-file program.</param>
    /// <param name="name">The name of the assembly. It contains a period, so it is not a file name with an extension.</param>
    public static string[] CommandOf(string process, string assembly, string name)
    {
        var file = process[(process.LastIndexOfAny(['/', '\\']) + 1)..];
        return assembly.Length == 0 || file == name || file.Equals($"{name}.exe", StringComparison.OrdinalIgnoreCase)
            ? [process]
            : [process, assembly];
    }
}
