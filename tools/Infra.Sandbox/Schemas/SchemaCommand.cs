using Infra.Configuration.StackFiles;
using Infra.Stack;

namespace Infra.Sandbox.Schemas;

/// <summary><c>schema</c>: prints the JSON Schema of the stack file, or writes it to a file.</summary>
internal static class SchemaCommand
{
    public static Task RunAsync(string? path, Terminal terminal, CancellationToken cancellation) =>
        terminal.WriteAsync(StackSchema.Write(ProjectFile.Find(terminal.Directory).Name), path, cancellation);
}
