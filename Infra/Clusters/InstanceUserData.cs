using System.Text;

namespace Infra.Clusters;

/// <summary>The user data of ECS instances, in Base64.</summary>
internal static class InstanceUserData
{
    /// <summary>
    /// A script that joins the cluster and blocks tasks from the credentials of the instance role.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html
    /// </summary>
    public static string Create(string clusterName) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"""
        #!/bin/bash
        cat >> /etc/ecs/ecs.config <<'END'
        ECS_CLUSTER={clusterName}
        ECS_AWSVPC_BLOCK_IMDS=true
        END

        """.ReplaceLineEndings("\n")));
}
