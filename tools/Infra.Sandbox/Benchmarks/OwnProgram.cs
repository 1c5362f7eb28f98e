namespace Infra.Sandbox.Benchmarks;

/// <summary>This program as a command that starts it again.</summary>
internal static class OwnProgram
{
    public static string[] Command() => CommandOf(Environment.ProcessPath!, typeof(OwnProgram).Assembly.Location, "Infra.Sandbox");

    /// <param name="process">The program that runs: this one, or `dotnet` with it as an argument.</param>
    /// <param name="assembly">The path of the assembly; empty where it is part of the program.</param>
    /// <param name="name">The name of the assembly. It has a period in it, as the ending of a file has.</param>
    public static string[] CommandOf(string process, string assembly, string name)
    {
        var file = process[(process.LastIndexOfAny(['/', '\\']) + 1)..];
        return assembly.Length == 0 || file == name || file.Equals($"{name}.exe", StringComparison.OrdinalIgnoreCase)
            ? [process]
            : [process, assembly];
    }
}
