using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class LoadBalancerAlarmsTests
{
    [Fact]
    public void Alarms_ByDefault_WatchErrorsOfTheLoadBalancer() => Assert.Equal(
        ["errors: AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum GreaterThanThreshold 10, 1 of 1 x 300 s, missing notBreaching"],
        AlarmOutline.Of(LoadBalancerAlarms.Plan(new AlarmsConfig())));

    [Fact]
    public void Alarms_WithThresholdZero_AreNone() => Assert.Empty(LoadBalancerAlarms.Plan(new AlarmsConfig { LoadBalancerErrorsPerFiveMinutes = 0 }));
}
