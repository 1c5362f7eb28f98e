using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>
/// Access keys among a task's variables. AWS SDKs look for them before they ask for the task's role, and so does the agent behind exec.
/// https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
/// </summary>
internal static class CredentialRules
{
    private const string AccessKey = "AWS_ACCESS_KEY_ID";
    private static readonly string[] Secrets = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            WarnOfAccessKey($"{task.Path}.environment", task.Task.Environment.ContainsKey(AccessKey), rules);
            WarnOfAccessKey($"{task.Path}.secrets", task.Task.Secrets.ContainsKey(AccessKey), rules);
            foreach (var variable in Secrets.Where(task.Task.Environment.ContainsKey))
            {
                rules.Check([ConfigKey.Member($"{task.Path}.environment", variable)], () =>
                    $"would be readable in the task definition; move it to {task.Path}.secrets");
            }
        }
    }

    private static void WarnOfAccessKey(string block, bool isThere, RuleChecker rules) => rules.Warn([ConfigKey.Member(block, AccessKey)], () => isThere
        ? "replaces the task's role: buckets, queues, permissions and exec then work only as far as this key is allowed to; take it out unless you mean that"
        : null);
}
