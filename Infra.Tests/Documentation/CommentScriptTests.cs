using System.Diagnostics;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>The script that comments on pull requests, with a GitHub command that records its calls.</summary>
public sealed class CommentScriptTests : IDisposable
{
    private const string FakeGitHub = """
        #!/bin/sh
        printf '%s\n' "$*" >>calls
        case "$*" in
          *pulls*) printf '%s\n' "$PULLS" ;;
          *--paginate*) printf '%s\n' "$COMMENTS" ;;
        esac
        """;

    private readonly TemporaryProject _folder = new(("gh", FakeGitHub), ("review.md", "Nothing changes; `$(touch ran)` \"quoted\"\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FirstReview_IsANewComment() => Assert.Equal(
        """
        api --method GET repos/team/app/pulls -f state=open -f head=fork:a;b --jq .[] | select(.head.sha == "c0ffee") | .number
        api --paginate repos/team/app/issues/7/comments --jq .[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- sandbox review -->"))) | .id
        api --method POST repos/team/app/issues/7/comments -f body=<!-- sandbox review -->
        Nothing changes; `$(touch ran)` "quoted" --jq .html_url

        """,
        Calls(pulls: "7", comments: ""));

    [Fact]
    public void NextReview_TakesThePlaceOfTheComment() => Assert.EndsWith(
        """
        api --method PATCH repos/team/app/issues/comments/42 -f body=<!-- sandbox review -->
        Nothing changes; `$(touch ran)` "quoted" --jq .html_url

        """,
        Calls(pulls: "7", comments: "42"));

    [Fact]
    public void OldCommit_GetsNoComment() => Assert.DoesNotContain("--method P", Calls(pulls: "", comments: ""));

    private string Calls(string pulls, string comments)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_folder.Directory, "gh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash", [RepositoryFiles.Path(".ci", "comment"), "review.md"])
        {
            WorkingDirectory = _folder.Directory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["PATH"] = $"{_folder.Directory}:{Environment.GetEnvironmentVariable("PATH")}",
                ["GITHUB_REPOSITORY"] = "team/app",
                ["HEAD"] = "fork:a;b",
                ["HEAD_COMMIT"] = "c0ffee",
                ["PULLS"] = pulls,
                ["COMMENTS"] = comments,
            },
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder.Directory, "ran")));
        return File.ReadAllText(Path.Combine(_folder.Directory, "calls"));
    }
}
