namespace Infra.Configuration.Binding;

/// <summary>The text of values in the stack file that differs from what the program receives, such as <c>012</c> for 10, by key.</summary>
internal sealed class Spellings
{
    private readonly HashSet<string> _blocks = [];
    private readonly Dictionary<string, string> _texts = [];

    /// <summary>Records that a top-level key was read from the file.</summary>
    public void AddBlock(string key) => _blocks.Add(key);

    public void Add(string key, string text) => _texts[key] = text;

    /// <summary>The text of a value in the file; null if it is what the program receives, or if it is unknown.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>Whether the text of the key is known: a value without a different spelling is written as it is received.</summary>
    public bool Knows(string key) => _blocks.Contains(ConfigKey.Block(key));

    /// <summary>Copies the spellings of some top-level keys.</summary>
    public void AddBlocks(Spellings other, Predicate<string> isCopied)
    {
        var copied = other._blocks.Where(block => isCopied(block)).ToHashSet();
        _blocks.UnionWith(copied);
        foreach (var (key, text) in other._texts.Where(text => copied.Contains(ConfigKey.Block(text.Key))))
        {
            _texts[key] = text;
        }
    }
}
