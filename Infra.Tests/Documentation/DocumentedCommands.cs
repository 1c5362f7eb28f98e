using System.Text.RegularExpressions;

namespace Infra.Tests.Documentation;

/// <summary>The commands that documents tell people to run.</summary>
internal static partial class DocumentedCommands
{
    private const string NeedsPulumi = "needs the Pulumi CLI and a stack in a backend";
    private const string NeedsNetwork = "needs AWS's price list on the internet";
    private const string NeedsAccount = "needs an AWS account";
    private const string NeedsDatabase = "needs a deployed database";
    private const string NeedsSchema = "needs the full schema, which the Pulumi CLI downloads";
    private const string Builds = "would build while the tests of that build run";

    /// <summary>The beginnings of commands that cannot run in a test, and why. All others are executed.</summary>
    public static IReadOnlyDictionary<string, string> NotExecuted { get; } = new Dictionary<string, string>
    {
        ["./sandbox prices --refresh"] = NeedsNetwork,
        ["pulumi config set --secret"] = NeedsPulumi,
        ["pulumi destroy"] = NeedsPulumi,
        ["pulumi login"] = NeedsPulumi,
        ["pulumi package get-schema"] = NeedsPulumi,
        ["pulumi preview"] = NeedsPulumi,
        ["pulumi stack --show-urns"] = NeedsPulumi,
        ["pulumi stack export"] = NeedsPulumi,
        ["pulumi stack init"] = NeedsPulumi,
        ["pulumi stack output"] = NeedsPulumi,
        ["pulumi stack rename"] = NeedsPulumi,
        ["pulumi state rename"] = NeedsPulumi,
        ["pulumi up"] = NeedsPulumi,
        ["eval \"$(pulumi stack output"] = NeedsPulumi,
        ["./sandbox verify"] = "needs an AWS account; VerifyDocumentTests has what it prints",
        ["aws autoscaling start-instance-refresh"] = NeedsAccount,
        ["aws ec2 describe-"] = NeedsAccount,
        ["aws ecr get-login-password"] = NeedsAccount,
        ["aws ecs update-service"] = NeedsAccount,
        ["aws logs tail"] = NeedsAccount,
        ["aws rds create-db-snapshot"] = NeedsAccount,
        ["aws rds delete-db-parameter-group"] = NeedsAccount,
        ["aws rds describe-"] = NeedsAccount,
        ["aws rds restore-db-instance-to-point-in-time"] = NeedsAccount,
        ["aws secretsmanager get-secret-value"] = NeedsAccount,
        ["aws ssm put-parameter"] = NeedsAccount,
        ["aws sts get-caller-identity"] = NeedsAccount,
        ["credentials=$(aws secretsmanager get-secret-value"] = NeedsAccount,
        ["docker push"] = "needs Docker and a repository",
        ["PGPASSWORD="] = NeedsDatabase,
        ["dig NS"] = "needs the internet",
        ["pip install"] = "installs on this machine",
        ["pipx install"] = "installs on this machine",
        ["python3 -c"] = "writes a file of facts, once in a while",
        ["dotnet build"] = Builds,
        ["dotnet restore --force"] = Builds,
        ["dotnet test Infra.Tests --no-build"] = Builds,
        ["dotnet test --logger"] = Builds,
        ["bootstrap/create"] = "needs an AWS account; TemplateDeploymentTests runs it with an emulator",
        ["export AWS_REGION"] = "sets a variable",
        ["MOTO_ENABLE_RECORDING=1"] = "takes half an hour; the lifecycles run without recording",
        ["PROVE_PERMISSIONS="] = "takes more than an hour",
        ["./sandbox permissions"] = "writes files of the repository; TemplateTests checks what it writes",
        ["dotnet run tools/cut-action-resources.cs"] = "needs a package of npm",
        ["ACCEPT=1 dotnet test"] = "would accept whatever the tests find",
        ["dotnet run tools/cut-facts.cs"] = "needs files that AWS publishes",
        ["dotnet run tools/sdk/cut-schema.cs"] = NeedsSchema,
        ["./sandbox benchmark"] = "measures this machine, for ten seconds; BenchmarkTests has what it prints",
    };

    /// <summary>Commands that a script or a workflow executes, and which.</summary>
    public static IReadOnlyDictionary<string, string> ExecutedByScripts { get; } = new Dictionary<string, string>
    {
        [".ci/install-tools"] = ".github/workflows/check.yml",
        [".ci/require-published"] = ".github/workflows/check.yml",
        [".ci/run"] = ".github/workflows/check.yml",
        ["dotnet list Infra package"] = ".ci/require-published",
        ["dotnet run --project tools/Infra.Sandbox -- preview dev"] = ".ci/run",
        ["dotnet test"] = ".ci/run",
    };

    /// <summary>Every command in a block of shell lines, and every inline command.</summary>
    public static IEnumerable<string> In(Document document)
    {
        string? fence = null;
        var continued = "";
        foreach (var line in document.Lines.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence is null ? line.Trim('`') : null;
            }
            else if (fence == "sh" && line.EndsWith('\\'))
            {
                continued += line[..^1];
            }
            else if (fence == "sh")
            {
                yield return continued + line;
                continued = "";
            }
            else if (fence is null)
            {
                foreach (var command in Inline(line))
                {
                    yield return command;
                }
            }
        }
    }

    // A line that is a command although no fence says so counts too.
    private static IEnumerable<string> Inline(string line) => Start().IsMatch(line)
        ? [line]
        : CodeSpan().Matches(line).Select(match => match.Groups[1].Value).Where(span => Start().IsMatch(span));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(eval |[A-Za-z]+=\S* ?(dotnet|\$\())|^(aws|curl|dig|docker|dotnet|git|jq|npm|pip|pipx|psql|pulumi|python3?|sudo|terraform|tofu) |^\.ci/\S+|^\./sandbox [a-z]")]
    private static partial Regex Start();
}
