using System.Text;
using Infra.Clusters;

namespace Infra.Tests.Clusters;

public sealed class InstanceUserDataTests
{
    [Fact]
    public void UserData_IsAScriptInBase64() => Assert.Equal(
        "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'END'\nECS_CLUSTER=shop-dev\nECS_AWSVPC_BLOCK_IMDS=true\nEND\n",
        Encoding.UTF8.GetString(Convert.FromBase64String(InstanceUserData.For("shop-dev"))));
}
