using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>
/// Access keys among a task's variables. AWS SDKs, and the ECS Exec agent, use them before the task role.
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
            var environment = task.KeyOf(config => config.Environment);
            WarnOfAccessKey(environment, task.Task.Environment.ContainsKey(AccessKey), rules);
            WarnOfAccessKey(task.KeyOf(config => config.Secrets), task.Task.Secrets.ContainsKey(AccessKey), rules);
            foreach (var variable in Secrets.Where(task.Task.Environment.ContainsKey))
            {
                rules.Check([environment.Named(variable)], () =>
                    $"would be readable in the task definition; move it to {task.Path}.secrets");
            }
        }
    }

    private static void WarnOfAccessKey(KeyPath block, bool isSet, RuleChecker rules) => rules.Warn([block.Named(AccessKey)], () => isSet
        ? "overrides the task role: buckets, queues, permissions and exec are then limited to what this access key allows; remove it unless that is intended"
        : null);
}
