using Infra.Configuration.StackFiles;
using Infra.Stack;
using Pulumi;

namespace Infra.Sandbox.NewStacks;

/// <summary><c>new</c>: writes the file of a new stack, from answers or as a copy of another stack's file.</summary>
internal static class NewStackCommand
{
    public static void Run(NewStackRequest request, Terminal terminal)
    {
        var project = ProjectFile.Find(terminal.Directory);
        var name = $"Pulumi.{request.Stack}.yaml";
        var path = Path.Combine(project.StackDirectory, name);
        if (Path.Exists(path))
        {
            throw new RunException($"{name} exists already; choose another name, or delete the file");
        }

        var source = request.From is { } from ? StackSource.Find(project, from, terminal.Directory) : null;
        var known = KnownDefaults.Of(project);
        var schema = SchemaLine.For(project.Directory, project.StackDirectory);
        INewStackFile file = source is null ? new PlainStackFile(project.Name, known, schema) : source.Copy(project, request.Stack, known, schema);
        var check = new StackFileCheck(project, request.Stack);
        var answers = new Answers(file, check);
        answers.Read(request.Set, project.Name);
        var all = terminal.In is { } input && !request.TakesDefaults ? answers.Ask(input, terminal.Out) : answers.Complete(request.TakesDefaults);
        var config = Check(check, file, all);
        Write(path, name, file.Text(all));
        Report(new NewStackReport(request.Stack, terminal), file, source, all, config, terminal);
    }

    private static StackConfig Check(StackFileCheck check, INewStackFile file, IReadOnlyDictionary<string, string> answers)
    {
        try
        {
            return check.Load(file, answers);
        }
        catch (RunException refusal)
        {
            throw new RunException($"{refusal.Message}\nNothing was written.");
        }
    }

    private static void Write(string path, string name, string text)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{name} cannot be written: {exception.Message}");
        }
    }

    private static void Report(
        NewStackReport report, INewStackFile file, StackSource? source, IReadOnlyDictionary<string, string> answers, StackConfig config, Terminal terminal)
    {
        if (file is CopiedStackFile copy && source is not null)
        {
            report.WriteChanges(copy, source.Name, answers);
            if (source.Stack is { } old)
            {
                report.WriteMentions(copy.Text(answers), old);
            }
        }
        else
        {
            report.WriteCreated();
        }

        report.WriteNext(config, file, answers, source);
    }
}
