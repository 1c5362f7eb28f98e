using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Sandbox.Permissions;
using Infra.Sandbox.Permissions.Policies;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Permissions.Enforcement;

/// <summary>The policy that moto enforces on the AWS provider, see <c>sitecustomize.py</c>.</summary>
internal sealed class EnforcedPolicy : IDisposable
{
    private const string S3 = "s3:";
    private const string CloudWatch = "cloudwatch:";

    private readonly TemporaryFolder _folder = new();
    private readonly string _application;

    /// <param name="application">The value of <c>app:name</c>, to which S3 is limited.</param>
    /// <param name="actions">The granted actions.</param>
    public EnforcedPolicy(string application, IEnumerable<string> actions)
    {
        _application = application;
        Grant(actions.Select(NameInMoto));
    }

    /// <summary>The actions that the deploy role needs, and those that only an emulator gets.</summary>
    public static IReadOnlyCollection<string> Needed { get; } =
        [.. Statement.NeededActions(), .. PermissionFacts.ReadColumns("emulator-actions").Select(columns => columns[0])];

    /// <summary>The environment of moto.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["PYTHONPATH"] = RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Permissions", "Enforcement"),
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["INITIAL_NO_AUTH_ACTION_COUNT"] = "0",
        ["ENFORCED_POLICY"] = PolicyFile,
        ["ENFORCED_POLICY_CHECKS"] = ChecksFile,
    };

    private string PolicyFile => _folder.File("policy.json");

    private string ChecksFile => _folder.File("checks.txt");

    /// <summary>The actions that moto has checked since the last call, in moto's spelling.</summary>
    public EnforcedChecks TakeChecks()
    {
        var lines = File.Exists(ChecksFile) ? File.ReadAllLines(ChecksFile) : [];
        File.Delete(ChecksFile);
        return new EnforcedChecks(Of("granted "), Of("denied "));

        ImmutableSortedSet<string> Of(string answer) => lines.Where(line => line.StartsWith(answer, StringComparison.Ordinal))
            .Select(line => line[answer.Length..])
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>Replaces the granted actions, which have moto's names.</summary>
    public void Grant(IEnumerable<string> actions)
    {
        var all = actions.ToList();
        var policy = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(
                Allow(all.Where(action => !action.StartsWith(S3, StringComparison.Ordinal)), "*"),
                Allow(all.Where(action => action.StartsWith(S3, StringComparison.Ordinal)), $"arn:aws:s3:::{_application}-*")),
        };
        // Replaced in one step, because moto reads it with every request.
        File.WriteAllText(_folder.File("next.json"), policy.ToJsonString());
        File.Move(_folder.File("next.json"), PolicyFile, overwrite: true);
    }

    /// <summary>The action as moto names it: with the service in the signature.</summary>
    public static string NameInMoto(string action) =>
        action.StartsWith(CloudWatch, StringComparison.Ordinal) ? $"monitoring:{action[CloudWatch.Length..]}" : action;

    public void Dispose() => _folder.Dispose();

    private static JsonObject Allow(IEnumerable<string> actions, string resource) => new()
    {
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. actions.Append("none:None").Select(action => JsonValue.Create(action))]),
        ["Resource"] = resource,
    };
}

/// <summary>The actions that moto has checked.</summary>
internal sealed record EnforcedChecks(ImmutableSortedSet<string> Granted, ImmutableSortedSet<string> Denied);
