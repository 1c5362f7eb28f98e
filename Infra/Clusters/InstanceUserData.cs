using System.Text;

namespace Infra.Clusters;

/// <summary>What an ECS instance is told when it starts, in the form in which launch templates take it.</summary>
internal static class InstanceUserData
{
    /// <summary>
    /// Joins the cluster, and keeps tasks from the instance's own credentials.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html
    /// </summary>
    public static string For(string clusterName) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"""
        #!/bin/bash
        cat >> /etc/ecs/ecs.config <<'END'
        ECS_CLUSTER={clusterName}
        ECS_AWSVPC_BLOCK_IMDS=true
        END

        """.ReplaceLineEndings("\n")));
}
