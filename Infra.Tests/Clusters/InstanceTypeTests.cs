using Infra.Clusters;

namespace Infra.Tests.Clusters;

public sealed class InstanceTypeTests
{
    [Theory]
    [InlineData("a1.large")]
    [InlineData("t4g.small")]
    [InlineData("m7gd.2xlarge")]
    [InlineData("c7gn.medium")]
    [InlineData("im4gn.large")]
    [InlineData("g5g.xlarge")]
    [InlineData("hpc7g.4xlarge")]
    public void IsArm_GravitonFamily_IsTrue(string instanceType) => Assert.True(InstanceType.IsArm(instanceType));

    [Theory]
    [InlineData("t3.micro")]
    [InlineData("m7i-flex.large")]
    [InlineData("g4dn.xlarge")]
    [InlineData("g6.xlarge")]
    [InlineData("gr6.4xlarge")]
    [InlineData("r5b.large")]
    [InlineData("u-6tb1.112xlarge")]
    public void IsArm_OtherFamily_IsFalse(string instanceType) => Assert.False(InstanceType.IsArm(instanceType));
}
