using System.Reflection;
using Appliance.Calls.Tools;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Dialog.Tools;

namespace Appliance.Calls.Tests.Tools;

/// <summary>What is personal cannot even be asked for without proof: the compiler says so, and these say that it goes on saying so.</summary>
public sealed class ProofByTypeTests
{
    [Fact]
    public void VerifiedPatient_WhenLookedAt_CanBeMadeByNobodyElse() =>
        Assert.Empty(typeof(VerifiedPatient).GetConstructors(BindingFlags.Public | BindingFlags.Instance));

    [Fact]
    public void VisitDesk_WhateverIsAsked_TakesTheProofFirst() =>
        Assert.All(typeof(IVisitDesk).GetMethods(), method => Assert.Equal(typeof(VerifiedPatient), method.GetParameters()[0].ParameterType));

    [Fact]
    public void ClinicPorts_WhenLookedAt_HoldNoWayToTheWholeBook() =>
        Assert.DoesNotContain(typeof(ClinicPorts).GetProperties(), port => port.PropertyType.IsAssignableTo(typeof(IAppointmentBook)));

    [Fact]
    public void ToolRequest_WhenItNeedsNoProof_IsOneOfTheseFew()
    {
        Type[] open = [typeof(FindOpenings), typeof(HoldOpening), typeof(ReleaseHold), typeof(BookAppointment), typeof(LeaveCallback), typeof(VerifyIdentity)];
        var requests = typeof(ToolRequest).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ToolRequest)));
        Assert.Equal(open.ToHashSet(), requests.Where(type => !type.IsSubclassOf(typeof(PersonalRequest))).ToHashSet());
    }
}
