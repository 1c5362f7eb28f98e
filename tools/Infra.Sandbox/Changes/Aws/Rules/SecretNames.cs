namespace Infra.Sandbox.Changes.Aws.Rules;

/// <summary>A name stays taken for a time after its resource is deleted.</summary>
internal sealed class SecretNames : AwsRule
{
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Queue = "aws:sqs/queue:Queue";

    public override IEnumerable<Refusal> OnCreate(AwsState state, LiveResource created) =>
        created.Text("name") is { } name
        && state.Deleted.Any(deleted =>
            deleted.Type == created.Type && deleted.Text("name") == name && deleted.Region == created.Region && IsKept(deleted))
            ? [
                created.Type == Secret
                    ? new Refusal(
                        $"InvalidRequestException: the secret {name} is scheduled for deletion, and its name is free only after the recovery window.",
                        "Set secretRecoveryWindowDays to 0 with an update of its own first, or use another name.")
                    : new Refusal(
                        $"QueueDeletedRecently: the name {name} is free 60 seconds after its queue is deleted.", "Run the update a second time."),
            ]
            : [];

    private static bool IsKept(LiveResource deleted) =>
        deleted.Type == Queue || (deleted.Type == Secret && deleted.Text("recoveryWindowInDays") != "0");
}
