using Infra.Configuration.Binding;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.NewStacks;

/// <summary>Collects the answers for a new stack file: from options, from the terminal, or from defaults.</summary>
/// <param name="file">The file.</param>
/// <param name="check">Finds the problems of the file with some answers.</param>
internal sealed class Answers(INewStackFile file, StackFileCheck check)
{
    private readonly Dictionary<string, string> _given = [];

    /// <summary>Reads the options.</summary>
    /// <exception cref="UsageException">An option is not valid; the message lists all.</exception>
    public void Read(IEnumerable<string> options, string project)
    {
        var problems = new List<string>();
        foreach (var option in options)
        {
            var (key, value) = option.Split('=', 2) is [{ Length: > 0 } name, var text] ? (FullKey(name.Trim(), project), text.Trim()) : ("", "");
            if (value.Length == 0)
            {
                problems.Add($"--set {option}: write KEY=VALUE");
            }
            else if (!_given.TryAdd(key, value))
            {
                problems.Add($"--set {key} is given twice");
            }
        }

        problems.AddRange(_given.Keys.Select(key => (Key: key, Problem: ProblemOf(key))).Where(found => found.Problem is not null).Select(found => $"--set {found.Key}: {found.Problem}"));
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', problems));
        }
    }

    /// <summary>All answers, without a terminal.</summary>
    /// <exception cref="UsageException">Answers are missing; the message lists each with its option.</exception>
    public IReadOnlyDictionary<string, string> Complete(bool takesDefaults)
    {
        var all = new Dictionary<string, string>(_given);
        var missing = new List<Question>();
        while (file.Questions(all).FirstOrDefault(question => !all.ContainsKey(question.Key)) is { } question)
        {
            if (!takesDefaults || question.Default is null)
            {
                missing.Add(question);
            }

            all[question.Key] = question.Default ?? "";
        }

        return missing.Count == 0 ? all : throw new UsageException(MissingAnswers.Message(missing, takesDefaults));
    }

    /// <summary>All answers; asks for missing ones at the terminal.</summary>
    public IReadOnlyDictionary<string, string> Ask(TextReader input, TextWriter output)
    {
        var all = new Dictionary<string, string>(_given);
        while (file.Questions(all).FirstOrDefault(question => !all.ContainsKey(question.Key)) is { } question)
        {
            output.Write($"{question.Key}, {question.Hint}{(question.Default is null ? "" : $" [{question.Default}]")}: ");
            output.Flush();
            var line = input.ReadLine() ?? throw new OperationCanceledException();
            var answer = line.Trim() is { Length: > 0 } text ? text : question.Default;
            if (answer is null)
            {
                continue;
            }

            if ((question.ProblemOf(answer) ?? ProblemOf(all, question, answer)) is { } problem)
            {
                output.WriteLine($"  {problem}");
            }
            else
            {
                all[question.Key] = answer;
            }
        }

        return all;
    }

    // With the defaults of the questions that come later.
    private string? ProblemOf(IReadOnlyDictionary<string, string> answers, Question question, string answer)
    {
        var assumed = new Dictionary<string, string>(answers) { [question.Key] = answer };
        while (file.Questions(assumed).FirstOrDefault(other => !assumed.ContainsKey(other.Key)) is { } next)
        {
            if (next.Default is null)
            {
                return null;
            }

            assumed[next.Key] = next.Default;
        }

        return check.Find(file, assumed).FirstOrDefault(problem => ConfigKey.IsWithin(problem.Key, question.Key))?.Message;
    }

    private string? ProblemOf(string key) => file.Questions(_given).FirstOrDefault(question => question.Key == key) is { } question
        ? question.ProblemOf(_given[key])
        : file.ProblemOfKey(key);

    private static string FullKey(string key, string project) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";
}
