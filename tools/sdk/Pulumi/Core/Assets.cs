namespace Pulumi;

/// <summary>File contents, or a tree of them, that a resource uploads.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }
}

/// <summary>The contents of one file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}

/// <summary>A tree of files, uploaded as one.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}

#pragma warning disable CS9113 // An asset only travels to mocks, which cannot look inside it.

/// <summary>A file on this machine.</summary>
public sealed class FileAsset(string path) : Asset;

/// <summary>A file with the given text.</summary>
public sealed class StringAsset(string text) : Asset;

/// <summary>A file that is fetched from a URI.</summary>
public sealed class RemoteAsset(string uri) : Asset;

/// <summary>A directory or archive file on this machine.</summary>
public sealed class FileArchive(string path) : Archive;

/// <summary>An archive that is fetched from a URI.</summary>
public sealed class RemoteArchive(string uri) : Archive;

/// <summary>A tree put together from parts, by their names in it.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive;
