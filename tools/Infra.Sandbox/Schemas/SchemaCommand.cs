using Infra.Configuration.StackFiles;
using Infra.Stack;

namespace Infra.Sandbox.Schemas;

/// <summary><c>schema</c>: prints the JSON Schema of the stack file, or writes it to a file.</summary>
internal static class SchemaCommand
{
    public static async Task RunAsync(string? path, Terminal terminal, CancellationToken cancellation)
    {
        var schema = StackSchema.Write(ProjectFile.Find(terminal.Directory).Name);
        if (path is null)
        {
            await terminal.Out.WriteAsync(schema);
            return;
        }

        var file = Path.GetFullPath(path, terminal.Directory);
        try
        {
            await File.WriteAllTextAsync(file, schema, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Pulumi.RunException($"{path} cannot be written: {exception.Message}");
        }
    }
}
