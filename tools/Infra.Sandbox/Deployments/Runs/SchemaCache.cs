using System.Security.Cryptography;
using System.Text;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>
/// Caches the schema of each provider version, which takes terraform many seconds to print. It is the same for all projects,
/// so it is stored in the user's cache folder.
/// </summary>
internal sealed class SchemaCache(string directory)
{
    public static SchemaCache ForUser() => new(Path.Combine(CacheDirectory(), "infra-sandbox"));

    /// <param name="provider">The installed provider.</param>
    /// <param name="write">Writes the output of <c>terraform providers schema -json</c>.</param>
    public async Task<ProviderSchema> GetAsync(ProviderLock provider, Func<Stream, Task> write)
    {
        var file = Path.Combine(directory, FileName(provider));
        if (TryRead(file) is { } known)
        {
            return known;
        }

        using var json = new MemoryStream();
        await write(json);
        json.Position = 0;
        var schema = ProviderSchema.Parse(json);
        TryWrite(file, schema);
        return schema;
    }

    private static ProviderSchema? TryRead(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return ProviderSchema.Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private void TryWrite(string file, ProviderSchema schema)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var draft = $"{file}.{Environment.ProcessId}";
            using (var stream = File.Create(draft))
            {
                schema.Write(stream);
            }

            File.Move(draft, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without a cache the next command is only slower.
        }
    }

    // The cache holds only the types that the sandbox maps, so its name depends on them.
    private static string FileName(ProviderLock provider)
    {
        var types = string.Join(' ', TypeMap.ResourceTypes.Concat(TypeMap.DataTypes).Order(StringComparer.Ordinal));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(types)))[..8];
        return $"{provider.Source.Replace('/', '-')}-{provider.Version}-{hash}.json";
    }

    private static string CacheDirectory()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : Path.Combine(home, ".cache");
    }
}
