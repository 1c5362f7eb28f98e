using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Checks;

/// <summary>Checks that the listener rules of a service forward to its target groups.</summary>
internal sealed class RoutingCheck(IAwsCli aws)
{
    public async Task<IEnumerable<Finding>> RunAsync(ExpectedService service, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var own = service.TargetGroups.SelectMany(port => port).ToHashSet();
        foreach (var rule in service.ListenerRules)
        {
            if (await ProblemOfAsync(rule, own, cancellation) is { } problem)
            {
                findings.Add(new Finding($"{service.Key}.routing", problem, Finding.Refresh));
            }
        }

        return findings;
    }

    private async Task<string?> ProblemOfAsync(string rule, HashSet<string> own, CancellationToken cancellation)
    {
        try
        {
            var answer = await aws.CallAsync(new AwsCall("elbv2", "describe-rules", "--rule-arns", rule), cancellation);
            var targets = answer.Items("Rules").SelectMany(item => item.Items("Actions")).SelectMany(TargetsOf).ToList();
            return targets.Find(target => !own.Contains(target)) is { } other ? $"its listener rule forwards to {other}"
                : targets.Count == 0 ? "its listener rule forwards to no target group"
                : null;
        }
        catch (AwsCallException exception) when (exception.Code is "RuleNotFound" or "RuleNotFoundException")
        {
            return $"listener rule {rule} does not exist";
        }
    }

    // Weights say more than the single target group, which AWS also sets.
    private static IEnumerable<string> TargetsOf(System.Text.Json.JsonElement action)
    {
        var weighted = (action.Find("ForwardConfig") ?? default).Items("TargetGroups").ToList();
        return weighted.Count > 0
            ? weighted.Where(target => target.Number("Weight") is not 0).Select(target => target.Text("TargetGroupArn"))
            : new[] { action.Text("TargetGroupArn") }.Where(arn => arn.Length > 0);
    }
}
