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

public sealed class FileAsset(string path) : Asset;

public sealed class StringAsset(string text) : Asset;

public sealed class RemoteAsset(string uri) : Asset;

public sealed class FileArchive(string path) : Archive;

public sealed class RemoteArchive(string uri) : Archive;

public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive;
