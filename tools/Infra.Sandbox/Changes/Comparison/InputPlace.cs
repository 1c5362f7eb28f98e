namespace Infra.Sandbox.Changes.Comparison;

/// <summary>A place in the inputs of a resource.</summary>
/// <param name="Path">The place for a reader.</param>
/// <param name="Input">The same place in the provider's schema.</param>
/// <param name="IsInJson">Whether it is inside a JSON text, of which the schema says nothing.</param>
internal readonly record struct InputPlace(string Path, string Input, bool IsInJson = false)
{
    public static readonly InputPlace Root = new("", "");

    /// <summary>The name of the last property on the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public InputPlace Json => this with { IsInJson = true };

    public InputPlace Property(string name) => new(Join(Path, name), IsInJson ? Input : Join(Input, name), IsInJson);

    public InputPlace Item(string item) => this with { Path = $"{Path}[{item}]" };

    /// <summary>An item that is a pair of a name and a value.</summary>
    public InputPlace Pair(string name) => this with { Path = $"{Path}.{name}" };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
