using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>The regions of types such as <c>t4g.small</c>: a family and a size.</summary>
internal sealed class TypesByRegion
{
    private readonly FactFile _file;
    private readonly List<string> _regions;
    private readonly Dictionary<string, string> _regionsByType = [];
    private readonly Dictionary<string, List<string>> _sizesByFamily = [];

    public TypesByRegion(FactFile file)
    {
        _file = file;
        var lines = file.Lines.ToList();
        _regions = [.. lines[0].Split(' ')];
        var regions = "";
        foreach (var line in lines.Skip(1))
        {
            if (line[0] != ' ')
            {
                regions = line;
                continue;
            }

            var words = line[1..].Split(' ');
            var sizes = _sizesByFamily.TryGetValue(words[0], out var known) ? known : _sizesByFamily[words[0]] = [];
            foreach (var size in words.Skip(1))
            {
                sizes.Add(size);
                _regionsByType[$"{words[0]}.{size}"] = regions;
            }
        }
    }

    public IReadOnlyCollection<string> Types => _regionsByType.Keys;

    public IReadOnlyCollection<string> Regions => _regions;

    public bool Has(string type) => _regionsByType.ContainsKey(type);

    /// <summary>Whether a region has the type; null if the region or the type is unknown.</summary>
    public bool? IsIn(string region, string type) =>
        !_regions.Contains(region) || !_regionsByType.TryGetValue(type, out var regions) ? null
        : regions.StartsWith('*') ? !regions.Split(' ').Contains($"-{region}")
        : regions.Split(' ').Contains(region);

    /// <summary>Checks a type in a region; null if the region offers it.</summary>
    public Finding? Check(string type, string region)
    {
        if (Has(type))
        {
            return IsIn(region, type) == false ? Finding.Warning($"{type} was not offered in {region} on {_file.DateText}{Instead(type, region)}") : null;
        }

        var (family, size) = (type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
        var isSize = _sizesByFamily.Values.Any(sizes => sizes.Contains(size));
        return isSize && _sizesByFamily.ContainsKey(family) ? Finding.Warning($"{type} did not exist on {_file.DateText}{Sizes(family)}")
            : Suggestion.ForTypo(type, Types) is { } meant && !IsSuccessor(type, meant) ? Finding.Error($"{type} does not exist; did you mean {meant}?")
            : !isSize ? Finding.Error($"{type} does not exist: no type has the size {size}{Sizes(family)}")
            : Finding.Warning($"{type} is not in the list of types of {_file.DateText}; make sure that it exists in {region}");
    }

    // The next generation has a higher digit, such as m9g after m8g.
    private static bool IsSuccessor(string type, string known) =>
        type.Length == known.Length && type.Zip(known).All(pair => pair.First == pair.Second || (char.IsAsciiDigit(pair.First) && char.IsAsciiDigit(pair.Second)));

    private string Sizes(string family) =>
        _sizesByFamily.TryGetValue(family, out var sizes) ? $"; {family} has {Words.List(sizes, "and")}" : "";

    // The same size in another generation of the same series.
    private string Instead(string type, string region)
    {
        var (series, size) = (SeriesOf(type), type[type.LastIndexOf('.')..]);
        var candidates = Types.Where(other => SeriesOf(other) == series && other.EndsWith(size, StringComparison.Ordinal) && IsIn(region, other) == true);
        return Suggestion.For(type, candidates) is { } other ? $"; {other} was" : "";
    }

    // The letters before the generation: t of t4g.small, db.m of db.m7g.large.
    private static string SeriesOf(string type) => type[..Math.Max(0, type.AsSpan().IndexOfAnyInRange('0', '9'))];
}
