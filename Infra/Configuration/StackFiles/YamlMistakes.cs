using System.Globalization;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>Collects what is wrong with the YAML of a file, so that the operator sees all of it at once.</summary>
internal sealed class YamlMistakes(string file)
{
    private readonly List<(Place Place, string Message)> _found = [];

    public void Add(Place place, string message) => _found.Add((place, message));

    public void AddTo(YamlMistakes others) => others._found.AddRange(_found);

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new RunException(string.Join(
                '\n', _found.OrderBy(mistake => mistake.Place.Line).ThenBy(mistake => mistake.Place.Column).Select(Line).Distinct()));
        }
    }

    private string Line((Place Place, string Message) mistake) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{mistake.Place.Line}:{mistake.Place.Column}: {mistake.Message}");
}
