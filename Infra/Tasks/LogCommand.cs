using Pulumi;

namespace Infra.Tasks;

/// <summary>The command that follows the log of a task.</summary>
internal static class LogCommand
{
    public static Output<string> Create(string region, Output<string> logGroup) =>
        logGroup.Apply(known => $"aws logs tail {known} --region {region} --follow");
}
