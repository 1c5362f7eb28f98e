namespace Infra.Sandbox.NewStacks;

/// <summary>A stack file that is being created.</summary>
internal interface INewStackFile
{
    /// <summary>The questions; answers can add some, or make some unnecessary.</summary>
    IReadOnlyList<Question> Questions(IReadOnlyDictionary<string, string> answers);

    /// <summary>The problem of an answer to no question; null if the file has that key.</summary>
    string? ProblemOfKey(string key);

    /// <summary>The text of the file.</summary>
    string Text(IReadOnlyDictionary<string, string> answers);

    /// <summary>The keys whose encrypted values are missing in the file.</summary>
    IReadOnlyList<string> Secrets { get; }
}
