using System.Globalization;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>Collects the YAML problems of a file, so that the operator sees all of them at once.</summary>
internal sealed class YamlProblems(string file)
{
    private readonly List<(Position Position, string Message)> _found = [];

    public void Add(Position position, string message) => _found.Add((position, message));

    public void AddTo(YamlProblems others) => others._found.AddRange(_found);

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new RunException(string.Join(
                '\n', _found.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column).Select(Line).Distinct()));
        }
    }

    private string Line((Position Position, string Message) problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{problem.Position.Line}:{problem.Position.Column}: {problem.Message}");
}
