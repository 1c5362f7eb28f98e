namespace Infra.Configuration.Binding;

/// <summary>
/// The values of a stack file that the program gets otherwise than they are written there, such as 10 for <c>012</c>, by their keys in
/// the operator's spelling.
/// </summary>
internal sealed class WrittenValues
{
    private readonly HashSet<string> _blocks = [];
    private readonly Dictionary<string, string> _texts = [];

    /// <summary>Says that a top-level key was read from the file.</summary>
    public void AddBlock(string key) => _blocks.Add(key);

    public void Add(string key, string text) => _texts[key] = text;

    /// <summary>The text of the value in the file; null where that is what the program gets, or where the file is not known.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>Whether the file is known in which the key stands, so that a value without another spelling is written as it arrives.</summary>
    public bool Knows(string key) => _blocks.Contains(ConfigKey.Block(key));

    /// <summary>Takes over what is known of some top-level keys.</summary>
    public void AddBlocks(WrittenValues other, Predicate<string> mayTake)
    {
        var taken = other._blocks.Where(block => mayTake(block)).ToHashSet();
        _blocks.UnionWith(taken);
        foreach (var (key, text) in other._texts.Where(text => taken.Contains(ConfigKey.Block(text.Key))))
        {
            _texts[key] = text;
        }
    }
}
