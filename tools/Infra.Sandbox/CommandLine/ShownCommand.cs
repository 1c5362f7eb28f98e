namespace Infra.Sandbox.CommandLine;

/// <summary>Commands of the sandbox as people paste them into a shell.</summary>
internal static class ShownCommand
{
    public static string Of(string arguments) => $"dotnet run --project Infra.Sandbox -- {arguments}";
}
